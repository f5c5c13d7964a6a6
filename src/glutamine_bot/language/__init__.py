"""Words: normalising, stemming, spelling, quantities, people and conditions."""
