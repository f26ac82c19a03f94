// Handed over by another process: end with it, also where it was killed and could pass nothing on.
'use strict';

exports.endWithLauncher = () => {
  if (!process.env.WHOHOLDS_STARTED_BY || !process.channel) return;
  process.on('disconnect', () => process.exit(3));
  process.channel.unref();
};
