void kluis_x(void);
