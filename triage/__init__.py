"""What follows from what a patient says: pure decisions, without Rasa, input or output."""
