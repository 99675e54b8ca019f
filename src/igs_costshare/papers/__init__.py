"""Papers for councils and partners: blocks of text, tables and charts, as PDF or as a page."""
