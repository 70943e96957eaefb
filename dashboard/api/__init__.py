"""Plain HTTP routes beside the pages; each module offers one `blueprint`."""
