#pragma once

#include "chart/plan/work.h"

// Where the domain of a scale comes from: fields of data sets and written values, one source for
// each, to be united as Vega-Lite and Vega do.

namespace yokoten::chart {

struct DomainSort {
  enum class Kind : std::uint8_t { none, natural, by } kind = Kind::none;
  std::string op;     ///< min, max, sum, mean
  std::string field;  ///< its name; a list's is made of channel and field
  bool descending = false;
  const Field* values = nullptr;                   ///< the field's way
  const std::vector<const Json*>* list = nullptr;  ///< places in a list instead of a field
  bool temporal = false;

  bool same(const DomainSort& other) const {
    return kind == other.kind && op == other.op && field == other.field &&
           descending == other.descending;
  }
};

struct DomainSource {
  const Unit* unit = nullptr;
  const Intake* intake = nullptr;
  std::string data;  ///< name of the data set; "" for written values
  std::string field;
  const std::vector<double>* column = nullptr;  ///< null: written values
  const std::vector<char>* kept = nullptr;      ///< null: every row
  std::size_t row_count = 0;
  std::vector<double> written;  ///< numbers, or numbers of the pool
  DomainSort sort;
};

/// Sources of all units in their order; written domains take the place of all others.
struct DomainSources {
  std::vector<DomainSource> list;
  bool written = false;
};

/// Collects them; a value of a written domain that fits no type is refused.
Problem collect_sources(Work& work, Channel channel, DomainSources& sources);

/// What a discrete scale of this unit is sorted by.
Problem sort_of(const Unit& unit, Channel channel, DomainSort& sort);

/// Sources with the same data and field, or with the same written values, once each.
std::size_t count_unique(const std::vector<DomainSource>& sources);
bool same_source(const DomainSource& left, const DomainSource& right);

/// A category whose text one before it of another kind has.
std::optional<std::uint32_t> twin_of_another_kind(const CategoryPool& pool);
SpecProblem mixed_kinds(std::string pointer, const Value& value);
/// Refuses such categories at their row.
Problem check_kinds(Work& work, Channel channel);

void find_categories(Work& work, Channel channel, const DomainSources& sources);
Problem find_extent(Work& work, Channel channel, const DomainSources& sources);

}  // namespace yokoten::chart
