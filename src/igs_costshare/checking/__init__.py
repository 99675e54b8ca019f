"""Files judged by the rules of `check`, and told in each of its formats."""
