// Where the operands of a product begin, and the elements from one row to the next; K is summed over.
struct Product {
  x: u32, xStride: u32,
  w: u32, wStride: u32,
  out: u32, outStride: u32,
  K: u32, N: u32,
}
