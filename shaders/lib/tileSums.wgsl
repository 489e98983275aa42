// The tile's sums in an array, vector by vector of each row: code that loops over them is short, and short code compiles
// faster.
var sums = array<vec4f, ${rows} * ${quads}>(
  // #for r in rows
  // #for q in quads
  ${of}${r}_${q},
  // #end
  // #end
);
