#include "chart/geo/pieces.h"

#include <algorithm>

#include "chart/geo/sphere.h"

namespace yokoten::chart::geo {
namespace {

using Number = std::size_t;

// Where a segment meets the edge. Every crossing stands in two rings: of the segments, in their
// order, and of the edge, in its order. Numbers are places in `all`.
struct Crossing {
  Point at;
  const Line* segment = nullptr;  // null in the edge's ring
  Number other = 0, next = 0, before = 0;
  bool entry = false, visited = false;
};

struct Rings {
  std::vector<Crossing> all;
  std::vector<Number> subject, clip;
};

void add(Rings& rings, Point at, const Line& segment, bool begins) {
  const Number subject = rings.all.size(), clip = subject + 1;
  rings.all.push_back({at, &segment, clip, 0, 0, begins});
  rings.all.push_back({at, nullptr, subject, 0, 0, !begins});
  rings.subject.push_back(subject);
  rings.clip.push_back(clip);
}

void link(std::vector<Crossing>& all, const std::vector<Number>& ring) {
  for (std::size_t at = 0; at < ring.size(); ++at) {
    const Number next = ring[at + 1 == ring.size() ? 0 : at + 1];
    all[ring[at]].next = next;
    all[next].before = ring[at];
  }
}

void send_open(const Line& line, std::size_t count, Sink& sink) {
  for (std::size_t at = 0; at < count; ++at) sink.point(line[at]);
}

void send_backwards(const Line& line, Sink& sink) {
  for (std::size_t at = line.size(); at-- > 0;) sink.point(line[at]);
}

// Pieces that are closed already are sent at once, the others take part in the walk.
Rings rings_of(const std::vector<Line>& segments, Sink& sink) {
  Rings rings;
  for (const Line& segment : segments) {
    if (segment.size() < 2) continue;
    if (same_point(segment.front(), segment.back())) {
      sink.line_start();
      send_open(segment, segment.size() - 1, sink);
      sink.line_end();
      continue;
    }
    add(rings, segment.front(), segment, true);
    add(rings, segment.back(), segment, false);
  }
  return rings;
}

// Walks from a crossing along segments and edge in turn until it comes to a visited one.
void walk(std::vector<Crossing>& all, Number at, const ClipEdge& edge, Sink& sink) {
  const Line* segment = all[at].segment;
  bool on_subject = true;
  sink.line_start();
  do {
    all[at].visited = all[all[at].other].visited = true;
    const Number way = all[at].entry ? all[at].next : all[at].before;
    const bool forward = all[at].entry;
    if (on_subject && forward) send_open(*segment, segment->size(), sink);
    if (on_subject && !forward) send_backwards(*all[way].segment, sink);
    if (!on_subject) edge.follow(all[at].at, all[way].at, forward ? 1 : -1, sink);
    at = all[way].other;
    segment = all[at].segment;
    on_subject = !on_subject;
  } while (!all[at].visited);
  sink.line_end();
}

}  // namespace

void Pieces::rejoin() {
  if (lines_.size() < 2) return;
  Line joined = std::move(lines_.back());
  joined.insert(joined.end(), lines_.front().begin(), lines_.front().end());
  lines_.pop_back();
  lines_.erase(lines_.begin());
  lines_.push_back(std::move(joined));
}

std::vector<Line> Pieces::taken() {
  std::vector<Line> lines = std::move(lines_);
  lines_.clear();
  return lines;
}

void close_along_edge(const std::vector<Line>& segments, const ClipEdge& edge, bool start_inside,
                      Sink& sink) {
  Rings rings = rings_of(segments, sink);
  if (rings.subject.empty()) return;
  std::stable_sort(rings.clip.begin(), rings.clip.end(), [&](Number a, Number b) {
    return edge.order(rings.all[a].at, rings.all[b].at) < 0;
  });
  link(rings.all, rings.subject);
  link(rings.all, rings.clip);
  for (const Number at : rings.clip) rings.all[at].entry = start_inside = !start_inside;
  for (const Number at : rings.subject)
    if (!rings.all[at].visited) walk(rings.all, at, edge, sink);
}

}  // namespace yokoten::chart::geo
