// Every name that the manifest of the card add-on calls. Nothing else.
export { onSheetsHome, onCalendarHome, onDriveHome } from './homes';
