"""Mutation testing: how many random breaks of the library its tests notice."""
