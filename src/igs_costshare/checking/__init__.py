"""Files judged by the rules of `check`, and what is told of them in each format."""
