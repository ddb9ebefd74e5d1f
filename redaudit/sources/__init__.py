"""What a run reads: folders, archives, lists of paths and remote stores, each as entries in a settled order."""
