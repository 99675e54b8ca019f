"""The statement as one page of HTML that reads without script and prints on A4.

Nothing is loaded from elsewhere. Every text of a description is escaped by Jinja2; the templates
stand in `templates/`.
"""
