// The pages arrive with the HTML builder.
