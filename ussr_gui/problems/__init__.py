"""Help › Report a problem: what happened, gathered without a patient's data, and what the last start left behind."""
