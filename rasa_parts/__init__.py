"""What Rasa lacks: components, policies and the channel, each a thin join to `triage/`."""
