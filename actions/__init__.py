"""Custom actions: thin joins from Rasa's tracker to `triage/`, one idea a file."""
