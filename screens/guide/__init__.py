"""The guide: short chapters in Markdown, read in the program (`clerk guide`, F1 at the desk) as well as on a page."""
