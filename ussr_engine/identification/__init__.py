"""What is known of a scan's degradation from the scan alone: its noise, and how it was made coarser."""
