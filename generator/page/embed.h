#pragma once

#include <string>

#include "page/context.h"

namespace yokoten {

/// Where the chart stands by itself: `embed/RATE/map-RATE.html`. As deep below the site as its page
/// `indicators/RATE/`, so that the links in its picture hold.
std::string embed_path(const Context& context, const std::string& chart);

/// How to put the chart into another page: the line to copy, folded. `picture` tells how high the
/// frame is to be.
std::string embed_code_html(Context& context, const std::string& chart, const std::string& title,
                            const std::string& picture);

}  // namespace yokoten
