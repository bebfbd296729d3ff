"""The screens of tasks: the home page of every role, and all tasks with what became of them."""
