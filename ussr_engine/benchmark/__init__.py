"""Evaluation: data sets × degradations × scales × methods, and what a step of training costs.  Never part of a run."""
