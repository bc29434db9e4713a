"""A meeting made from its papers, and the rules of law and procedure that it goes by."""
