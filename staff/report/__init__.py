"""The report on the stored conversations: read, counted, drawn and put on one page."""
