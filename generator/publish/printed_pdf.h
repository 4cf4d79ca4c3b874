#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/place.h"

namespace yokoten {

/// A page that is to be printed, with all that it shows: path below the site → bytes.
struct PrintJob {
  std::map<std::string, std::string> files;
  std::string page;   ///< one of them: cases/collection/index.html
  std::string as_of;  ///< 2025-09-30: the date that the PDF bears
};

/// A PDF, and how many pages it has.
struct PrintedPdf {
  std::string bytes;
  int pages = 0;
};

/// Whether `bytes` were printed from just this job; nothing needs to be printed again then.
std::optional<PrintedPdf> kept_pdf(const PrintJob& job, std::string bytes);

/// Prints the page by Debian's Chromium, or the program that YOKOTEN_CHROMIUM names, from a folder
/// of its own that is removed again. Tagged, without header and footer, dated `as_of`: the same job
/// gives the same bytes with the same Chromium and fonts. Empty where that failed; `reason` says
/// why.
std::optional<PrintedPdf> printed_pdf(const PrintJob& job, Message& reason);

}  // namespace yokoten
