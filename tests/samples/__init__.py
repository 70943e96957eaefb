"""Makes the sample workbooks of data/sample from the official monthly workbooks in the shared folder."""
