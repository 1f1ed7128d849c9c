// What any extension costs a page that has a script in both of its worlds.
