"""The triage map: a picture and a table of the flow, drawn from the project's own files."""
