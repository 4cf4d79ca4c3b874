#include <list>
#include <optional>
#include <unordered_map>

#include "chart/geo/topology.h"

namespace yokoten::chart::geo {
namespace {

// Ends of arcs, compared exactly.
struct End {
  double x = 0, y = 0;
  bool operator==(const End&) const = default;
};

struct HashOfEnd {
  std::size_t operator()(const End& end) const {
    // + 0.0 makes -0 equal to 0 in its bits as well.
    return std::hash<double>()(end.x + 0.0) * 31 + std::hash<double>()(end.y + 0.0);
  }
};

// Arcs that are joined already.
struct Fragment {
  std::list<long> arcs;
  End start, end;
};

// Fragments by one of their ends. They are gone through in the order in which the ends came, never
// in the order of the hash.
class ByEnd {
 public:
  std::optional<std::size_t> find(const End& end) const {
    const auto found = place_.find(end);
    return found == place_.end() ? std::nullopt : slots_[found->second].fragment;
  }
  void put(const End& end, std::size_t fragment) {
    const auto [found, is_new] = place_.emplace(end, slots_.size());
    if (is_new) slots_.push_back({end, fragment});
    slots_[found->second].fragment = fragment;
  }
  void drop(const End& end) {
    const auto found = place_.find(end);
    if (found == place_.end()) return;
    slots_[found->second].fragment.reset();
    place_.erase(found);
  }
  template <class Take>
  void each(Take take) const {
    for (const Slot& slot : slots_)
      if (slot.fragment) take(*slot.fragment);
  }

 private:
  struct Slot {
    End end;
    std::optional<std::size_t> fragment;
  };
  std::vector<Slot> slots_;
  std::unordered_map<End, std::size_t, HashOfEnd> place_;
};

class Stitcher {
 public:
  explicit Stitcher(const Topology& topology) : topology_(topology) {}
  void add(long arc);
  std::vector<std::vector<long>> lines(const std::vector<long>& arcs);

 private:
  void append(std::size_t fragment, long arc, const End& end);
  void prepend(std::size_t fragment, long arc, const End& start);
  void keep(std::size_t fragment);
  void take(std::size_t fragment);

  const Topology& topology_;
  std::vector<Fragment> fragments_;
  ByEnd by_start_, by_end_;
  std::vector<bool> used_;  // by arc
  std::vector<std::vector<long>> made_;
};

const Arc& arc_at(const Topology& topology, long arc) {
  return topology.arcs[static_cast<std::size_t>(arc < 0 ? ~arc : arc)];
}

void Stitcher::keep(std::size_t fragment) {
  by_end_.put(fragments_[fragment].end, fragment);
  by_start_.put(fragments_[fragment].start, fragment);
}

// Adds an arc at the end of a fragment, then the fragment that begins where the arc ends.
void Stitcher::append(std::size_t fragment, long arc, const End& end) {
  Fragment& head = fragments_[fragment];
  by_end_.drop(head.end);
  head.arcs.push_back(arc);
  head.end = end;
  if (const auto tail = by_start_.find(end)) {
    by_start_.drop(fragments_[*tail].start);
    head.end = fragments_[*tail].end;
    if (*tail != fragment) head.arcs.splice(head.arcs.end(), fragments_[*tail].arcs);
  }
  keep(fragment);
}

void Stitcher::prepend(std::size_t fragment, long arc, const End& start) {
  Fragment& tail = fragments_[fragment];
  by_start_.drop(tail.start);
  tail.arcs.push_front(arc);
  tail.start = start;
  if (const auto head = by_end_.find(start)) {
    by_end_.drop(fragments_[*head].end);
    tail.start = fragments_[*head].start;
    if (*head != fragment) tail.arcs.splice(tail.arcs.begin(), fragments_[*head].arcs);
  }
  keep(fragment);
}

void Stitcher::add(long arc) {
  const Arc& at = arc_at(topology_, arc);
  End start{at.raw_first.x, at.raw_first.y}, end{at.raw_last.x, at.raw_last.y};
  if (arc < 0) std::swap(start, end);
  if (const auto found = by_end_.find(start)) return append(*found, arc, end);
  if (const auto found = by_start_.find(end)) return prepend(*found, arc, start);
  fragments_.push_back({{arc}, start, end});
  keep(fragments_.size() - 1);
}

void Stitcher::take(std::size_t fragment) {
  const std::list<long>& arcs = fragments_[fragment].arcs;
  for (const long arc : arcs) used_[static_cast<std::size_t>(arc < 0 ? ~arc : arc)] = true;
  made_.emplace_back(arcs.begin(), arcs.end());
}

// Where two fragments have an end in common only the later one is found by it; the other is found
// by its start, and an arc that neither finds is a line of its own.
std::vector<std::vector<long>> Stitcher::lines(const std::vector<long>& arcs) {
  used_.assign(topology_.arcs.size(), false);
  by_end_.each([&](std::size_t fragment) {
    by_start_.drop(fragments_[fragment].start);
    take(fragment);
  });
  by_start_.each([&](std::size_t fragment) { take(fragment); });
  for (const long arc : arcs)
    if (!used_[static_cast<std::size_t>(arc < 0 ? ~arc : arc)]) made_.push_back({arc});
  return std::move(made_);
}

}  // namespace

std::vector<std::vector<long>> stitched(const Topology& topology, std::vector<long> arcs) {
  // Arcs without length first: others may take them in.
  std::size_t front = 0;
  for (std::size_t at = 0; at < arcs.size(); ++at)
    if (arc_at(topology, arcs[at]).pointless) std::swap(arcs[front++], arcs[at]);
  Stitcher stitcher(topology);
  for (const long arc : arcs) stitcher.add(arc);
  return stitcher.lines(arcs);
}

}  // namespace yokoten::chart::geo
