"""The guided tour: steps that point at the real widgets and wait for what the person does."""
