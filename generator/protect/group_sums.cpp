#include "protect/group_sums.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>

namespace yokoten {
namespace {

// Below 2^31, so that products fit 64 bits. A combination that is there is overlooked only where
// both divide a determinant of zeros and ones that is not 0.
constexpr std::array<std::uint64_t, 2> primes = {2147483647, 2147483629};
constexpr std::size_t largest_support = 2;

using Row = std::vector<std::uint64_t>;

std::uint64_t power(std::uint64_t base, std::uint64_t exponent, std::uint64_t prime) {
  std::uint64_t result = 1;
  for (; exponent > 0; exponent >>= 1U, base = base * base % prime)
    if (exponent & 1U) result = result * base % prime;
  return result;
}

/// Rows in reduced echelon form: each has a 1 at its pivot, where all others have 0.
struct Echelon {
  std::vector<Row> rows;
  std::vector<std::size_t> pivots;  // column of each row
  std::vector<char> is_pivot;       // by column
};

void add_multiple(Row& row, const Row& other, std::uint64_t factor, std::uint64_t prime) {
  for (std::size_t at = 0; at < row.size(); ++at)
    if (other[at] != 0) row[at] = (row[at] + factor * other[at]) % prime;
}

Echelon echelon(std::vector<Row> rows, std::size_t columns, std::uint64_t prime) {
  Echelon made;
  made.is_pivot.assign(columns, 0);
  std::size_t rank = 0;
  for (std::size_t column = 0; column < columns && rank < rows.size(); ++column) {
    std::size_t pivot = rank;
    while (pivot < rows.size() && rows[pivot][column] == 0) ++pivot;
    if (pivot == rows.size()) continue;
    std::swap(rows[rank], rows[pivot]);
    const std::uint64_t inverse = power(rows[rank][column], prime - 2, prime);
    for (std::uint64_t& each : rows[rank]) each = each * inverse % prime;
    for (std::size_t row = 0; row < rows.size(); ++row)
      if (row != rank && rows[row][column] != 0)
        add_multiple(rows[row], rows[rank], prime - rows[row][column], prime);
    made.pivots.push_back(column);
    made.is_pivot[column] = 1;
    ++rank;
  }
  rows.resize(rank);
  made.rows = std::move(rows);
  return made;
}

/// Units that belong to the same groups: no sum tells them apart.
struct Atom {
  std::size_t units = 0;
  std::vector<char> in;  // by group
};

class GroupSums {
 public:
  GroupSums(const std::vector<std::vector<int>>& groups, std::size_t fewest,
            const std::vector<int>& costs)
      : groups_(groups), costs_(costs), fewest_(fewest), hidden_(groups.size(), 0) {
    std::map<int, std::vector<char>> memberships;
    for (std::size_t group = 0; group < groups.size(); ++group)
      for (const int unit : groups[group]) {
        auto& in = memberships.try_emplace(unit, groups.size(), 0).first->second;
        in[group] = 1;
      }
    std::map<std::vector<char>, std::size_t> atoms;
    for (const auto& [unit, in] : memberships) ++atoms[in];
    for (const auto& [in, units] : atoms) atoms_.push_back({units, in});
  }

  std::vector<char> hide() {
    for (std::size_t group = 0; group < groups_.size(); ++group)
      if (groups_[group].size() < fewest_) hidden_[group] = 1;
    for (auto told = told_atoms(); !told.empty(); told = told_atoms()) hide_one(told.front());
    open_again();
    return hidden_;
  }

 private:
  using Atoms = std::vector<std::size_t>;
  static constexpr std::size_t none = static_cast<std::size_t>(-1);  // no column

  Echelon open_sums(std::uint64_t prime) const {
    std::vector<Row> rows;
    for (std::size_t group = 0; group < groups_.size(); ++group) {
      if (hidden_[group]) continue;
      rows.emplace_back();
      for (const Atom& atom : atoms_)
        rows.back().push_back(static_cast<std::uint64_t>(atom.in[group]));
    }
    return echelon(std::move(rows), atoms_.size(), prime);
  }

  bool are_few(const Atoms& atoms) const {
    std::size_t units = 0;
    for (const std::size_t atom : atoms) units += atoms_[atom].units;
    return units <= std::min(fewest_ - 1, largest_support);
  }

  // A sum over one or two units is, in echelon form, one row with at most one more column, or two
  // rows that have the same but for a factor outside of their pivots: a combination of rows has
  // the pivots of all that are in it.
  void add_told(std::vector<Atoms>& told, const Echelon& sums, std::uint64_t prime) const {
    std::vector<std::size_t> firsts;
    for (const Row& row : sums.rows) firsts.push_back(first_free(sums, row));
    for (std::size_t a = 0; a < sums.rows.size(); ++a) {
      Atoms own = support(sums, a);
      if (own.size() <= largest_support && are_few(own)) told.push_back(std::move(own));
      if (firsts[a] == none) continue;  // told by its own row
      for (std::size_t b = a + 1; b < sums.rows.size(); ++b) {
        if (firsts[b] != none && firsts[b] != firsts[a]) continue;
        const Atoms both = {sums.pivots[a], sums.pivots[b]};
        if (are_few(both) && are_proportional(sums, a, b, firsts[a], prime)) told.push_back(both);
      }
    }
  }

  /// The first column outside of the pivots that a row has; `none` where it is its pivot alone.
  static std::size_t first_free(const Echelon& sums, const Row& row) {
    for (std::size_t at = 0; at < row.size(); ++at)
      if (row[at] != 0 && !sums.is_pivot[at]) return at;
    return none;
  }

  static Atoms support(const Echelon& sums, std::size_t row) {
    Atoms atoms;
    for (std::size_t at = 0; at < sums.rows[row].size(); ++at)
      if (sums.rows[row][at] != 0) atoms.push_back(at);
    return atoms;
  }

  // Outside of the pivots; `at` is the first column there that row a has.
  static bool are_proportional(const Echelon& sums, std::size_t a, std::size_t b, std::size_t at,
                               std::uint64_t prime) {
    const Row &first = sums.rows[a], &second = sums.rows[b];
    for (std::size_t each = 0; each < first.size(); ++each)
      if (!sums.is_pivot[each] &&
          first[each] * second[at] % prime != second[each] * first[at] % prime)
        return false;
    return true;
  }

  std::vector<Atoms> told_atoms() const {
    std::vector<Atoms> told;
    for (const std::uint64_t prime : primes) add_told(told, open_sums(prime), prime);
    return told;
  }

  bool still_tells(const Atoms& atoms) const {
    const auto told = told_atoms();
    return std::find(told.begin(), told.end(), atoms) != told.end();
  }

  // What was hidden on the way may not be needed in the end, or be known by subtraction anyway.
  void open_again() {
    std::vector<std::size_t> closed;
    for (std::size_t group = 0; group < groups_.size(); ++group)
      if (hidden_[group] && groups_[group].size() >= fewest_) closed.push_back(group);
    std::stable_sort(closed.begin(), closed.end(),
                     [&](std::size_t a, std::size_t b) { return order(a) > order(b); });
    for (const std::size_t group : closed) {
      hidden_[group] = 0;
      if (!told_atoms().empty()) hidden_[group] = 1;
    }
  }

  // The smallest group that mends it; where no single one does, the smallest that is concerned.
  void hide_one(const Atoms& told) {
    std::vector<std::size_t> open;
    for (std::size_t group = 0; group < groups_.size(); ++group)
      if (!hidden_[group]) open.push_back(group);
    std::stable_sort(open.begin(), open.end(),
                     [&](std::size_t a, std::size_t b) { return order(a) < order(b); });
    for (const std::size_t group : open) {
      hidden_[group] = 1;
      if (!still_tells(told)) return;
      hidden_[group] = 0;
    }
    for (const std::size_t group : open)
      if (atoms_[told.front()].in[group]) {
        hidden_[group] = 1;
        return;
      }
  }

  // What is missed least comes first.
  std::pair<int, std::size_t> order(std::size_t group) const {
    return {costs_.empty() ? 0 : costs_[group], groups_[group].size()};
  }

  const std::vector<std::vector<int>>& groups_;
  const std::vector<int>& costs_;
  std::size_t fewest_;
  std::vector<char> hidden_;
  std::vector<Atom> atoms_;
};

}  // namespace

std::vector<char> hidden_groups(const std::vector<std::vector<int>>& groups, std::size_t fewest,
                                const std::vector<int>& costs) {
  return GroupSums(groups, fewest, costs).hide();
}

}  // namespace yokoten
