-- what: writes everything into the file itself, so that no log need stand beside it
CHECKPOINT
