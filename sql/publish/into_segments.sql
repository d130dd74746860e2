-- what: makes the next views stand among the segments
SET schema = 'segments'
