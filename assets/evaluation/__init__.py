"""How well the stages read labelled articles: labels, measures, floors. Runs the stages, is none of them."""
