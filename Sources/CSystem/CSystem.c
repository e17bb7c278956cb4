#include "CSystem.h"
void kluis_x(void){}
