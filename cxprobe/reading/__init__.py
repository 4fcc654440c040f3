"""What it means: text or a glance at a page goes in, meaning comes out; nothing here acts."""
