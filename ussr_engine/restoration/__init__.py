"""From a scan and what is known of its degradation to a finer picture, in closed form."""
