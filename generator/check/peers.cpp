#include "check/peers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <set>
#include <tuple>
#include <vector>

#include "base/threads.h"
#include "check/keys_in_turn.h"
#include "check/robust.h"

namespace yokoten {
namespace {

constexpr std::size_t kOneOfSo = 20;  // what more than a twentieth have is no slip

struct Peer {
  double at = 0;  ///< on the scale that is looked at
  const Observation* seen = nullptr;
};
/// What chance alone moves a figure by on that scale.
using Room = std::function<double(const Observation&)>;

using Peers = std::vector<Peer>;
using Figures = std::vector<Observation>;
using PeerGroup = std::tuple<AreaLevel, int, int>;  // breakdown, period
using Cell = std::tuple<std::string, int, int>;

// Of the two sides of a share the one that is less like those of the others.
// Where one of their sources hides small counts, that one, whose findings stay off the pages.
const Origin* odd_cell(const Subject& subject, const Observation& seen, const Origin* own,
                       const Figures& figures) {
  const Origin &above = seen.numerator_origin, &below = seen.denominator_origin;
  const bool both = above.source >= 0 && above.row >= 0 && below.source >= 0 && below.row >= 0 &&
                    seen.numerator && seen.denominator;
  if (!both || subject.source(own->source).disclosure) return own;
  std::vector<double> tops, bottoms;
  for (const Observation& each : figures) {
    if (!each.numerator || !each.denominator) continue;
    tops.push_back(std::log(to_double(*each.numerator) + 1));
    bottoms.push_back(std::log(to_double(*each.denominator) + 1));
  }
  const double top = std::log(to_double(*seen.numerator) + 1);
  const double bottom = std::log(to_double(*seen.denominator) + 1);
  return Usual(bottoms).score(bottom, kLogFloor) > Usual(tops).score(top, kLogFloor) ? &below
                                                                                     : &above;
}

std::vector<double> positions(const Peers& peers) {
  std::vector<double> all;
  all.reserve(peers.size());
  for (const Peer& each : peers) all.push_back(each.at);
  return all;
}

/// From where on a figure is far from the others, and alone.
struct Limits {
  double score = 0, gap = 0;
  std::size_t fewest = kFewestPeers;
  std::size_t one_of = kOneOfSo;
  double slip = 0;  ///< how far the others lie on; 0: anywhere
};

constexpr Limits kInLogs{4, 1.6};  // a gap of a factor of five
// Shares among percents: a hundredfold they would be like the others. So plain a slip that fewer
// peers show it, and that a quarter of them may have made it.
constexpr Limits kShares{1, 2.3, 8, 4, 4.605};
constexpr Limits kInPoints{10, 10};

// What a share of few moves by, as a factor and in points: whole steps.
double chance_in_logs(const Observation& seen, double middle) {
  const double units = seen.denominator ? to_double(*seen.denominator) * middle / 100 : 0;
  return units > 0 ? 1 / std::sqrt(units + 1) : 0;
}

// None and all are what small areas have; where the units are known, chance is allowed for instead.
bool is_plain(const Observation& seen, double value) {
  return !seen.denominator && (value == 0 || value == 100);
}

double chance_in_points(const Observation& seen) {
  const double units = seen.denominator ? to_double(*seen.denominator) : 0;
  return units > 0 ? 50 / std::sqrt(units) : 0;
}

// Whether all up to `at`, moved by the slip, lie where the others do.
bool would_be_among(const Limits& limits, const Peers& sorted, std::size_t at) {
  const auto [low, high] = std::minmax(sorted[at + 1].at, sorted.back().at);
  const double by = sorted.front().at < sorted.back().at ? limits.slip : -limits.slip;
  return std::all_of(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(at + 1),
                     [&, least = low, most = high](const Peer& each) {
                       return each.at + by > least - 0.7 && each.at + by < most + 0.7;
                     });
}

// At one end of the sorted peers: the most that lie far and alone.
void add_end(const Limits& limits, const Peers& sorted, const Usual& usual, const Room& room,
             Figures& found) {
  std::size_t apart = 0;
  for (std::size_t at = 0; at < std::max<std::size_t>(1, sorted.size() / limits.one_of); ++at) {
    const double gap = std::abs(sorted[at].at - sorted[at + 1].at);
    if (limits.slip != 0 && !would_be_among(limits, sorted, at)) continue;
    // Areas differ in size by orders of magnitude: what stands apart is alone there as well, half
    // of its way from the median being empty.
    const bool alone = gap >= limits.gap && 2 * gap >= std::abs(sorted[at].at - usual.middle);
    if (alone && usual.score(sorted[at].at, room(*sorted[at].seen)) > limits.score) apart = at + 1;
  }
  for (std::size_t at = 0; at < apart; ++at) found.push_back(*sorted[at].seen);
}

// Whether the peers leave a stretch of this size empty, or nearly: it holds a whole third of it
// that is empty. Much less work than to sort them.
bool have_gap(const Peers& peers, double size) {
  const auto [least, most] = std::ranges::minmax(peers, {}, &Peer::at);
  const double third = size / 3;
  const auto thirds = [&, low = least.at](double at) { return (at - low) / third; };
  if (thirds(most.at) >= static_cast<double>(peers.size()))
    return true;  // more than there are peers
  std::vector<char> is_filled(static_cast<std::size_t>(thirds(most.at)) + 1);
  for (const Peer& each : peers) is_filled[static_cast<std::size_t>(thirds(each.at))] = 1;
  return std::ranges::find(is_filled, 0) != is_filled.end();
}

// Whether any of them may be alone within any of the limits; mostly none is.
bool may_be_apart(const std::vector<Limits>& all, const Peers& peers) {
  return std::ranges::any_of(all, [&](const Limits& limits) {
    return peers.size() >= limits.fewest && have_gap(peers, limits.gap);
  });
}

// The same peers may be looked at within several limits.
void add_apart(const std::vector<Limits>& all, Peers peers, const Room& room, Figures& found) {
  std::ranges::stable_sort(peers, {}, &Peer::at);
  const Peers backwards(peers.rbegin(), peers.rend());
  const Usual usual(positions(peers));
  for (const Limits& limits : all) {
    if (peers.size() < limits.fewest) continue;
    add_end(limits, peers, usual, room, found);
    add_end(limits, backwards, usual, room, found);
  }
}

// Shares of nothing are no part of a scale of factors; a count of nothing stands next to one.
Peers in_logs(Peers peers, bool share) {
  if (share)
    std::erase_if(peers,
                  [](const Peer& each) { return each.at <= 0 || is_plain(*each.seen, each.at); });
  for (Peer& each : peers) each.at = std::log(share ? each.at : each.at + 1);
  return peers;
}

bool says_it_is_far(std::string_view code) {
  return code == "series.jump" || code == "series.unit" || code == "ratio.over";
}

class Outliers {
 public:
  explicit Outliers(const Subject& subject) : subject_(subject) {
    for (const Finding& each : subject.earlier)
      if (says_it_is_far(each.code))
        said_.insert({each.place.file, each.place.row, each.place.column});
  }

  void check() {
    std::vector<std::vector<Group>> groups(
        static_cast<std::size_t>(subject_.measured.cube.indicators()));
    share_out(groups.size(),
              [&](std::size_t at) { groups[at] = large_groups(static_cast<int>(at)); });
    std::vector<Group> large;
    for (auto& each : groups) std::ranges::move(each, std::back_inserter(large));
    std::vector<Figures> found(large.size());
    share_out(large.size(), [&](std::size_t at) { found[at] = outliers(figures_of(large[at])); });
    for (std::size_t at = 0; at < large.size(); ++at)
      for (const Observation& each : found[at]) report(each, figures_of(large[at]));
  }

 private:
  /// All figures together are too many to be held a second time.
  struct Group {
    int indicator = 0;
    std::vector<std::uint32_t> positions;  ///< among those of the indicator
  };

  Figures figures_of(const Group& group) const {
    Figures figures;
    figures.reserve(group.positions.size());
    for (const std::uint32_t at : group.positions)
      figures.push_back(subject_.measured.cube.at(group.indicator, at));
    return figures;
  }

  std::vector<Group> large_groups(int indicator) const {
    KeysInTurn<PeerGroup, std::vector<std::uint32_t>> groups;
    Observations all = subject_.measured.cube.figures(indicator);
    for (const Observation& seen : all) {
      const auto level = subject_.areas.at(seen.area).level;
      if (level != AreaLevel::prefecture && level != AreaLevel::municipality) continue;
      if (seen.value && !seen.has(planned) && subject_.own_origin(seen) != nullptr)
        groups[{level, seen.breakdown, seen.period}].push_back(
            static_cast<std::uint32_t>(all.position()));
    }
    std::vector<Group> large;
    for (auto& [group, positions] : groups.all())
      if (positions.size() >= kShares.fewest) large.push_back({indicator, std::move(positions)});
    return large;
  }

  const Indicator& indicator(const Observation& seen) const {
    return subject_.indicator(seen.indicator);
  }

  Figures outliers(const Figures& figures) const {
    Figures found;
    Peers peers;
    peers.reserve(figures.size());
    for (const Observation& each : figures) peers.push_back({to_double(*each.value), &each});
    const Indicator& what = indicator(figures.front());
    const bool percent = what.unit == "%";
    const bool share = percent || what.kind == IndicatorKind::ratio;
    if (std::ranges::min(peers, {}, &Peer::at).at >= 0) add_by_logs(peers, share, found);
    if (percent) add_by_points(std::move(peers), found);
    return found;
  }

  static void add_by_logs(const Peers& values, bool share, Figures& found) {
    const auto limits = share ? std::vector{kShares, kInLogs} : std::vector{kInLogs};
    Peers peers = in_logs(values, share);
    if (!may_be_apart(limits, peers)) return;
    const double middle = median(positions(values));
    const auto room = [&](const Observation& seen) {
      return kLogFloor + (share ? chance_in_logs(seen, middle) : 1 / std::sqrt(middle + 1));
    };
    add_apart(limits, std::move(peers), room, found);
  }

  static void add_by_points(Peers peers, Figures& found) {
    std::erase_if(peers, [](const Peer& each) { return is_plain(*each.seen, each.at); });
    if (!may_be_apart({kInPoints}, peers)) return;
    const auto room = [](const Observation& seen) { return kPointFloor + chance_in_points(seen); };
    add_apart({kInPoints}, std::move(peers), room, found);
  }

  // Shares are kept to six places; one more than pages show is enough to compare them.
  std::string figure(const Observation& seen) const {
    const Indicator& of = indicator(seen);
    const bool share = of.kind == IndicatorKind::ratio;
    const Decimal value = share ? rounded(*seen.value, of.decimals + 1) : *seen.value;
    return to_shown(trimmed(value)) + of.unit;
  }

  // A cell may be that of several indicators, or far on both scales.
  void report(const Observation& seen, Figures figures) {
    const Origin* own = subject_.own_origin(seen);
    const Place first = subject_.place(*own);
    const Place place = subject_.place(*odd_cell(subject_, seen, own, figures));
    if (said_.contains({first.file, first.row, first.column})) return;
    if (!said_.insert({place.file, place.row, place.column}).second) return;
    const auto middle = figures.begin() + static_cast<std::ptrdiff_t>(figures.size() / 2);
    std::nth_element(
        figures.begin(), middle, figures.end(),
        [](const Observation& a, const Observation& b) { return compare(*a.value, *b.value) < 0; });
    const std::string what =
        fmt::format("{} {} ", subject_.areas.at(seen.area).name, indicator(seen).title);
    const Period period = subject_.measured.cube.period(seen.period);
    const std::size_t others = figures.size() - 1;
    subject_.warning(
        place, "peers.outlier",
        {fmt::format("{} の {} は、同じ時点のほかの{}地域（中央値 {}）からかけ離れています。桁・"
                     "単位・行の取り違えがないか確かめ、誤記なら corrections.toml で正してください",
                     what + to_japanese(period), figure(seen), others, figure(*middle)),
         fmt::format("{} is {}, far from the {} other areas of that period (median {}); check "
                     "digits, unit and row, and correct a misprint in corrections.toml",
                     what + to_text(period), figure(seen), others, figure(*middle))});
  }

  const Subject& subject_;
  std::set<Cell> said_;
};

}  // namespace

void check_peers(const Subject& subject) { Outliers(subject).check(); }

}  // namespace yokoten
