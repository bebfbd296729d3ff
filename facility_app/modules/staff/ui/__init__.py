"""The screens of staff: who works here, who may sign for the head, whose certificates run out."""
