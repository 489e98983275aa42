// One invocation per element: dispatches beyond the limit of one dimension go on in the second.
fn linearIndex(id: vec3u, groups: vec3u) -> u32 {
  return id.x + id.y * groups.x * 64u;
}
