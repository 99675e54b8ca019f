"""What the commands make: documents with one content for people, spreadsheets and programs.

A new document is a class with the four methods of `Document`, in a module of its own.
"""
