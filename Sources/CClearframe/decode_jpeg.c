#include "CClearframe.h"
