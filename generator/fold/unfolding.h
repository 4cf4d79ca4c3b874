#pragma once

#include "fold/spelling.h"
#include "fold/unfold.h"

namespace yokoten {

using BookTables = std::map<std::string, BookTable>;

/// What the parts of unfold() share.
struct Unfolding {
  const BookTables& tables;
  const BesideBook& beside;
  UnfoldedBook& out;

  const std::vector<BookRow>& rows(const std::string& sheet) const;
  bool has(const std::string& sheet) const;
  void error(const Place& place, const char* code, Message message) const;
  /// Begins a file that a row describes; nullptr with a finding where there is one already.
  SpelledFile* begin(const std::string& path, const Place& place) const;
};

void unfold_settings(const Unfolding& work);
void unfold_sources(const Unfolding& work);
void unfold_lists(const Unfolding& work);  ///< programmes, corrections, events
void unfold_pages(const Unfolding& work);  ///< cases and model projects
void unfold_others(const Unfolding& work);

/// The rows of `sheet` that name `id` under `key`.
std::vector<const BookRow*> rows_of(const std::vector<BookRow>& rows, const std::string& key,
                                    const std::string& id);

/// Reports rows whose `key` names nothing of `known`.
void check_references(const Unfolding& work, const std::string& sheet, const std::string& key,
                      const std::vector<std::string>& known, const std::string& described_in);

/// Reports ids that stand in two rows; the ids.
std::vector<std::string> unique_ids(const Unfolding& work, const std::string& sheet,
                                    const std::string& key);

}  // namespace yokoten
