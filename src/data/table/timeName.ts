/** A column that counts the rows as steps of time: then the others are what is measured at each. */
export const timeName = /^(?:t|time|step|timestep|day|date|hour|week|month|zeit|temps|tiempo|时间|日期)$/i;
