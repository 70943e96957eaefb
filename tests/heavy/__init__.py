"""Long trials on all national workbooks; `make heavy` runs them and prints what they found."""
