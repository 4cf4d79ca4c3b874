#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pull/fault.h"

namespace yokoten {

/// The address of one page of getStatsData as JSON. `base` is the API's (`https://…/rest/3.0/app`),
/// `query` the source's own parameters, `start` the first figure wanted (0: from the beginning).
std::string estat_url(const std::string& base, const std::string& app_id, const std::string& table,
                      const std::string& query, std::int64_t start);

/// Why `query` can't be asked for: it holds a parameter that this program sets itself.
std::optional<Fault> estat_query_fault(std::string_view query);

/// Joins the pages of a table of e-Stat into one answer, as if it had come in one piece.
class EstatPages {
 public:
  /// Takes the next page in order. A fault when e-Stat reports an error, when it is no such answer,
  /// or when the table changed between two pages.
  std::optional<Fault> add(std::string_view page);
  /// Where the next page starts; 0 after the last.
  std::int64_t next() const { return next_; }
  /// What came so far, in bytes.
  std::int64_t size() const { return static_cast<std::int64_t>(values_.size()); }
  /// All pages as one; a fault when figures are missing. The moment of the answer is left out:
  /// the same figures give the same bytes.
  std::optional<Fault> finish(std::string& joined) const;
  /// UPDATED_DATE of the table, empty where it has none.
  const std::string& published() const { return published_; }

 private:
  std::string frame_;   // of the first page, with a mark where the figures stand
  std::string values_;  // all figures, with commas between
  std::string published_;
  std::int64_t next_ = 0, total_ = -1, count_ = 0;
};

}  // namespace yokoten
