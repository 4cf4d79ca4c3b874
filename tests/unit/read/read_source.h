#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "read/source_list.h"

namespace yokoten {

/// One source of sources.toml: `head` with further lines behind it.
struct ReadSource {
  Findings findings;
  std::vector<SourceText> sources;

  ReadSource(const std::string& head, const std::string& lines)
      : sources(read_sources(head + lines, "sources.toml", findings)) {}

  const SourceText& source() const { return sources.at(0); }
  std::string only() const {
    return findings.size() == 1 ? to_line(findings[0], Language::en)
                                : std::to_string(findings.size()) + " findings";
  }
};

}  // namespace yokoten
